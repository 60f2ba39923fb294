import type { Service } from "../../service/service.ts";
import { openService } from "../../service/workbench-service.ts";
import type { Arguments } from "./arguments.ts";
import { dataFolderOf } from "./open-package.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";

/**
 * Runs a task on the data folder's service and gives the folder up again, whatever happens.
 * What the service refuses is its ApiError; what the analyst should know of the folder goes to stderr.
 */
export async function withService<Result>(
  args: Arguments,
  { packagedData, environment, version, stderr }: Surroundings,
  task: (service: Service) => Promise<Result>,
): Promise<Result> {
  // The command line shows no page.
  const places = { packagedData, uiAssets: packagedData, userData: dataFolderOf(args, environment) };
  const service = await openService({ places, powers: {}, host: "command-line", version });
  try {
    const result = await task(service);
    for (const notice of (await service.hostInfo({})).notices) writeLine(stderr, `ahq: ${notice}`);
    return result;
  } finally {
    await service.close();
  }
}
