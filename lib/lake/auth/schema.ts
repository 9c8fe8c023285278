/** Who may come in. Passwords are scrypt hashes; sessions and tokens are kept as SHA-256 alone. Times are milliseconds. */
export const accessTables = `
create table users(
  id text primary key, login text not null unique collate nocase, name text not null,
  role text not null, password text not null, created_at integer not null, removed_at integer
) without rowid;
create table sessions(
  hash text primary key, user_id text not null,
  created_at integer not null, expires_at integer not null
) without rowid;
create index sessions_user on sessions(user_id);
create table access_tokens(
  id text primary key, hash text not null unique, label text not null, role text not null,
  dataset text, created_at integer not null
) without rowid;
create table user_values(
  user_id text not null, key text not null, value text not null, primary key(user_id, key)
) without rowid;
`;
