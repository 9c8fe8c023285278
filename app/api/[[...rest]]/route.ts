export const dynamic = "force-dynamic";

/** There is nothing here; without this, Next would make and keep a page for every address that somebody tries. */
function missing(): Response {
  const headers = { "cache-control": "no-store" };
  return Response.json({ error: "Not Found", statusCode: 404 }, { status: 404, headers });
}

export { missing as DELETE, missing as GET, missing as PATCH, missing as POST, missing as PUT };
