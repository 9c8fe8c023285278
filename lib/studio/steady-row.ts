import type { DocumentInspector } from "sanity";

const findings = "sanity/structure/validation";

const made = new WeakMap<DocumentInspector, DocumentInspector>();

/**
 * Keep the button of the findings in a form's row of buttons while there are none.
 *
 * Sanity shows it only when something was found, which is often a second after opening or publishing, and
 * tells the row's buttons apart by their number alone. So the button that an editor was just pressing, or
 * stood on with the keyboard, became its neighbour and opened another pane. The same inspector always
 * answers the same.
 */
export function steadyInspector(inspector: DocumentInspector): DocumentInspector {
  const { name, useMenuItem } = inspector;
  if (name !== findings || useMenuItem === undefined) return inspector;
  const known = made.get(inspector) ?? {
    ...inspector,
    useMenuItem: (props) => ({ ...useMenuItem(props), hidden: false }),
  };
  made.set(inspector, known);
  return known;
}
