import { buildStandIn } from "../electron/standin/build-standin.ts";
import { describeElectron, electronUnderTest } from "./electron-under-test.ts";

/** Before all specs: says which Electron the run is about, and builds the stand-in where it is needed. */
export default async function buildStandInWhereNeeded(): Promise<void> {
  const electron = electronUnderTest();
  console.log(`Electron: ${describeElectron(electron)}`);
  if (electron.realVersion === null) await buildStandIn();
}
