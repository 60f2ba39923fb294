import { buildStandIn } from "../electron/standin/build-standin.ts";
import { electronUnderTest } from "./electron-under-test.ts";

/** Before all specs: builds the stand-in where it is needed, and says which Electron the run is about. */
export default async function buildStandInWhereNeeded(): Promise<void> {
  const { isReal, description } = electronUnderTest();
  console.log(`Electron: ${description}`);
  if (!isReal) await buildStandIn();
}
