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

/** More than a fleet has of models, systems or adapters; beyond that all are judged anew. */
const mostTexts = 2_000;

/**
 * The judgement of a text of which a fleet has few, such as a model, a system or an adapter: each is judged once. For pure
 * functions of the text alone, which is not so of placeholders: a site adds its own.
 */
export function ofFewTexts<Answer>(judge: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.answer;
    if (known.size >= mostTexts) known.clear();
    const answer = judge(text);
    known.set(text, { answer });
    return answer;
  };
}
