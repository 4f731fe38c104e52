import type { ZipEntry } from './zip-file.ts';

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Written into every workbook, so that the clock leaves no trace. */
const writtenOn = '2020-01-01T00:00:00Z';

/** A sheet as the workbook names it: `area` such as `A1:C7` is what its filter covers. */
export interface NamedSheet {
  readonly name: string;
  readonly area: string;
}

/** Where the rows of a sheet are, counted from 0. */
export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;
export const stringsPath = 'xl/sharedStrings.xml';

/** The files that come before the sheets and the texts in a workbook, in Excel's order. */
export const firstParts = (sheets: readonly NamedSheet[]): ZipEntry[] => [
  { name: '[Content_Types].xml', text: contentTypes(sheets.length), rest: null },
  { name: '_rels/.rels', text: packageRelations, rest: null },
  { name: 'xl/workbook.xml', text: workbook(sheets), rest: null },
  { name: 'xl/_rels/workbook.xml.rels', text: workbookRelations(sheets.length), rest: null },
];

/** The files that come after them. */
export const lastParts = (): ZipEntry[] => [
  { name: 'xl/styles.xml', text: styles, rest: null },
  { name: 'docProps/core.xml', text: coreProperties, rest: null },
  { name: 'docProps/app.xml', text: appProperties, rest: null },
];

const each = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

const contentTypes = (
  sheets: number,
): string => `${declaration}<Types xmlns="${packageNamespace}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>\
${each(sheets, (index) => `<Override PartName="/${sheetPath(index)}" ContentType="${contentType}.worksheet+xml"/>`)}\
<Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>\
<Override PartName="/${stringsPath}" ContentType="${contentType}.sharedStrings+xml"/>\
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>\
</Types>`;

const relations = (list: readonly (readonly [type: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${list
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const packageRelations = relations([
  [`${officeNamespace}/relationships/officeDocument`, 'xl/workbook.xml'],
  [`${packageNamespace}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  [`${officeNamespace}/relationships/extended-properties`, 'docProps/app.xml'],
]);

/** The sheets come first, so that the relation of a sheet has the number of the sheet. */
const workbookRelations = (sheets: number): string =>
  relations([
    ...Array.from(
      { length: sheets },
      (_, index) => [`${officeNamespace}/relationships/worksheet`, sheetPath(index).slice(3)] as const,
    ),
    [`${officeNamespace}/relationships/styles`, 'styles.xml'],
    [`${officeNamespace}/relationships/sharedStrings`, 'sharedStrings.xml'],
  ]);

/** Excel keeps the area of each filter as a hidden name. */
function workbook(sheets: readonly NamedSheet[]): string {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const filters = sheets.map(
    ({ name, area }, index) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${name}'!${area.replace(/([A-Z]+)/g, '$$$1$$')}</definedName>`,
  );
  return `${declaration}<workbook xmlns="${mainNamespace}" xmlns:r="${officeNamespace}/relationships">\
<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><workbookPr/>\
<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews>\
<sheets>${listed.join('')}</sheets><definedNames>${filters.join('')}</definedNames><calcPr calcId="191029"/></workbook>`;
}

/** Style 0 is what Excel takes for cells that are not there; style 1 is text, `@`, for all others. */
const styles = `${declaration}<styleSheet xmlns="${mainNamespace}">\
<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium9" defaultPivotStyle="PivotStyleLight16"/>\
</styleSheet>`;

const coreProperties = `${declaration}<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dc:creator>octopus-bridge</dc:creator><cp:lastModifiedBy>octopus-bridge</cp:lastModifiedBy>\
<dcterms:created xsi:type="dcterms:W3CDTF">${writtenOn}</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">${writtenOn}</dcterms:modified></cp:coreProperties>`;

const appProperties = `${declaration}<Properties xmlns="${officeNamespace}/extended-properties">\
<Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity><ScaleCrop>false</ScaleCrop>\
<LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged>\
<AppVersion>16.0300</AppVersion></Properties>`;
