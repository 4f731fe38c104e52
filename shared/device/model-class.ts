import type { AssetClass } from '../asset/nature.ts';
import { ofFewTexts } from './remembered.ts';

/** Words of makers' model names, most telling first: a tower is a desktop whatever its family. */
const forms: readonly (readonly [RegExp, AssetClass])[] = [
  [/\b(?:surface hub|hololens|apple tv|vision pro)\b/iu, 'other'],
  [/\b(?:imac|all-in-one|aio|eliteone|proone|ideacentre aio|surface studio)\b/iu, 'allInOne'],
  [/\b(?:tower|rack|desktop|mini pc|small form factor|sff|compact|tiny)\b/iu, 'desktop'],
  [
    /\b(?:optiplex|elitedesk|prodesk|thinkcentre|thinkstation|veriton|esprimo|nuc\w*|chromebox)\b/iu,
    'desktop',
  ],
  [/\b(?:mac ?mini|mac ?pro|mac ?studio|hp z\d \w+)\b|^(?:macmini|macpro)\d/iu, 'desktop'],
  [/\b(?:latitude|thinkpad|thinkbook|ideapad|elitebook|probook|zbook|dragonfly|macbook\w*)\b/iu, 'laptop'],
  [/\b(?:chromebook\w*|travelmate|vivobook|zenbook|expertbook|portégé|portege|tecra|dynabook)\b/iu, 'laptop'],
  [/\b(?:lifebook|toughbook|xps 1\d|laptop|notebook)\b/iu, 'laptop'],
  [/\bsurface (?:laptop|book|pro|go)\b|\bprecision (?:35|5[5-7]|7[5-7])\d\d\b/iu, 'laptop'],
  [/\bprecision (?:3[2346]|[57][89])\d\d\b/iu, 'desktop'],
  [/\b(?:galaxy tab|tab|tablet|et\d{2})\b/iu, 'tablet'],
  [/^(?:ipad|sm-[tx]\d|tb-?[x\d]|lenovo tb)/iu, 'tablet'],
  [/^(?:iphone|ipod)/iu, 'smartphone'],
];

/** The class that the name of a model tells, for example `Latitude 5450`; null for a name that tells none. */
export const modelClass = (model: string | null): AssetClass | null =>
  model === null ? null : classOf(model);

const classOf = ofFewTexts(
  (model): AssetClass | null => forms.find(([form]) => form.test(model))?.[1] ?? null,
);
