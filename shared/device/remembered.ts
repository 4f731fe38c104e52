/**
 * A pick that several fields of an asset ask for, made once for each record: asked again about the very same objects, it
 * gives its last answer. Keeps that one answer, whatever the fleet; records never change, so it is never an old one.
 */
export function remembered<Sections extends object, Answer, Site = void>(
  pick: (sections: Sections, site: Site) => Answer,
): (sections: Sections, site: Site) => Answer {
  let last: { readonly sections: Sections; readonly site: Site; readonly answer: Answer } | null = null;
  return (sections, site) => {
    if (last === null || last.sections !== sections || last.site !== site)
      last = { sections, site, answer: pick(sections, site) };
    return last.answer;
  };
}
