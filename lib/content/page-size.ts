/** How many articles a page of a list shows. */
export const pageSize = 12;
