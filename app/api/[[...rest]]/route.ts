export const dynamic = "force-dynamic";

/** There is nothing here; without this, Next would make and keep a page for every address that somebody tries. */
function missing(): Response {
  return Response.json({ error: "Not Found", statusCode: 404 }, { status: 404 });
}

export { missing as DELETE, missing as GET, missing as PATCH, missing as POST, missing as PUT };
