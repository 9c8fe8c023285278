/** Marks an element with the field it shows, so that a click in the preview opens it; nothing on public pages. */
export type Edit = (path: string) => { "data-edit": string } | undefined;

/** The same for a page that shows several documents. */
export type EditDocument = (type: string, id: string) => Edit;

export const notEditable: Edit = () => undefined;
export const noneEditable: EditDocument = () => notEditable;

/** Ids and types hold no space; a path, which comes last, may. */
export const allEditable: EditDocument = (type, id) => (path) => ({
  "data-edit": `${type} ${id} ${path}`,
});

/** An editor's marks below one field: `body` → `body[_key=="a"]`. */
export function editMember(edit: Edit, field: string, key: string): ReturnType<Edit> {
  return key === "" ? edit(field) : edit(`${field}[_key=="${key}"]`);
}
