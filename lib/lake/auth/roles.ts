export const roleNames = ["administrator", "editor", "contributor", "viewer"] as const;
export type RoleName = (typeof roleNames)[number];

export type Permission = "create" | "read" | "update" | "delete" | "history" | "manage";

/** A rule of the Studio's access list: `filter` is GROQ over one document. */
export type AccessRule = { filter: string; permissions: string[] };

type Role = { name: RoleName; title: string; description: string };

const everywhere = '_id in path("**")';
const assetTypes = ["sanity.imageAsset", "sanity.fileAsset"];
const assets = `_type in ${JSON.stringify(assetTypes)}`;
const previewSecret = "sanity.previewUrlSecret";
const previewSecrets = `_id in path("drafts.**") && _type == "${previewSecret}"`;
const unpublished = '_id in path("drafts.**") || _id in path("versions.**")';

const roles: Record<RoleName, Role & { anywhere: Permission[]; inUnpublished: Permission[] }> = {
  administrator: {
    name: "administrator",
    title: "管理员",
    description: "Everything, users and tokens too",
    anywhere: ["create", "read", "update", "delete", "history", "manage"],
    inUnpublished: [],
  },
  editor: {
    name: "editor",
    title: "编辑",
    description: "Writes and publishes",
    anywhere: ["create", "read", "update", "delete", "history"],
    inUnpublished: [],
  },
  contributor: {
    name: "contributor",
    title: "撰稿人",
    description: "Writes drafts; somebody else publishes",
    anywhere: ["read", "history"],
    inUnpublished: ["create", "update", "delete"],
  },
  viewer: {
    name: "viewer",
    title: "查看者",
    description: "Reads, drafts too",
    anywhere: ["read", "history"],
    inUnpublished: [],
  },
};

/** The role as Sanity's API shows it. */
export function describeRole(name: RoleName): Role {
  const { title, description } = roles[name];
  return { name, title, description };
}

/** Whether an id stands for something unpublished: a draft or a version in a release. */
function isUnpublished(documentId: string): boolean {
  return documentId.startsWith("drafts.") || documentId.startsWith("versions.");
}

const assetId = /^(?:image|file)-[0-9a-z-]+$/;

/**
 * Whether one of the roles allows this to be done to this document. `manage` is about no document.
 *
 * Who may write drafts may add the pictures for them: by their type, since anybody can call an article so.
 */
export function isAllowed(
  names: readonly RoleName[],
  permission: Permission,
  document: { _id: string; _type: string } | null = null,
): boolean {
  const { _id: id, _type: type } = document ?? { _id: "", _type: "" };
  const isAddedAsset = permission === "create" && assetTypes.includes(type) && assetId.test(id);
  return names.some((name) => {
    const { anywhere, inUnpublished } = roles[name];
    const isInReach = isUnpublished(id) || isAddedAsset;
    return anywhere.includes(permission) || (isInReach && inUnpublished.includes(permission));
  });
}

/**
 * Whether a document is a secret of Sanity's preview, which everybody may make, renew and clear away: it lets one see drafts,
 * and all roles read them.
 */
export function isPreviewSecret({ _id, _type }: { _id: string; _type: string }): boolean {
  return _id.startsWith("drafts.") && _type === previewSecret;
}

/**
 * List the rules that the Studio evaluates to know which buttons to show.
 *
 * Sanity has no separate permission to delete: `update` covers it, and `manage` stands for the rest.
 */
export function listAccessRules(names: readonly RoleName[]): AccessRule[] {
  return names.flatMap((name) => {
    const { anywhere, inUnpublished } = roles[name];
    const rules = [
      { filter: everywhere, permissions: toStudio(anywhere) },
      { filter: previewSecrets, permissions: ["create", "update"] },
    ];
    return inUnpublished.length === 0
      ? rules
      : [
          ...rules,
          { filter: unpublished, permissions: toStudio(inUnpublished) },
          { filter: assets, permissions: ["create"] },
        ];
  });
}

function toStudio(permissions: readonly Permission[]): string[] {
  return permissions.flatMap((permission) => {
    if (permission === "delete") return [];
    return permission === "manage" ? ["manage", "editHistory"] : [permission];
  });
}
