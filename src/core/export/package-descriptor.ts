import type { Column } from "../dataset/column.ts";
import type { PackageInfo } from "../dataset/descriptor.ts";
import type { ForeignKey, Resource } from "../dataset/resource.ts";
import { RESOURCE_NAMES, RESOURCES, type ResourceName } from "../dataset/resources.ts";

/** Where the standard keeps its profiles, which a descriptor names. */
export const PROFILES = "https://datapackage.org/profiles/2.0";

type Descriptor = Readonly<Record<string, unknown>>;

/**
 * The content of `datapackage.json` (Data Package standard, version 2) of a package: what its info says, and its tables as the core defines them,
 * those of the optional ones that it has among them. Reading it gives the same info again; what is empty is left out, as the standard wants.
 */
export function describePackage(info: PackageInfo, optional: readonly ResourceName[] = []): Descriptor {
  const { query, copyOf, changedSinceExport, ...stated } = info;
  const present = RESOURCE_NAMES.filter((resource) => !RESOURCES[resource].isOptional || optional.includes(resource));
  return {
    $schema: `${PROFILES}/datapackage.json`,
    ...withoutEmpty(inOrder(stated)),
    ...withoutEmpty({ copyOf, changedSinceExport }),
    query,
    resources: present.map((resource) => describeResource(resource, RESOURCES[resource])),
  };
}

// The order in which a reader looks for them.
function inOrder(info: Omit<PackageInfo, "query" | "copyOf" | "changedSinceExport">): Descriptor {
  const { name, id, title, description, version, created, homepage, image, keywords, ...people } = info;
  const { contributors, licenses, sources } = people;
  const about = { name, id, title, description, version, created, homepage, image, keywords };
  return { ...about, contributors, licenses, sources };
}

function describeResource(name: ResourceName, { file, title, columns, primaryKey, foreignKeys }: Resource): Descriptor {
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name,
    type: "table",
    path: file,
    title,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: Object.entries(columns).map(([field, column]) => describeField(field, column)),
      missingValues: [""],
      primaryKey,
      // A key of which a field is empty refers to nothing, as in SQL, on which the standard models them.
      ...withoutEmpty({ foreignKeys: foreignKeys.map(describeForeignKey) }),
    },
  };
}

function describeField(
  name: string,
  { description, type, isRequired, pattern, minimum, allowed }: Column<unknown>,
): Descriptor {
  // `enum` says to tools of version 1 what `categories` says to those of version 2.
  const constraints = { required: isRequired, pattern, minimum, enum: allowed };
  return withoutEmpty({ name, type, description, categories: allowed, constraints: withoutEmpty(constraints) });
}

function describeForeignKey({ fields, resource, reference }: ForeignKey): Descriptor {
  return { fields, reference: { resource, fields: reference } };
}

function withoutEmpty(properties: Descriptor): Descriptor {
  const isStated = (value: unknown): boolean =>
    value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => isStated(value)));
}
