import type { ReportPictureKind } from "../../../api/kept-report.ts";
import type { PictureContent } from "../../shared/picture.tsx";
import { barsContent } from "./bars-picture.tsx";
import { combinationsContent } from "./combinations-picture.tsx";
import { mapContent } from "./map-picture.tsx";
import { matrixContent } from "./matrix-picture.tsx";
import type { PictureScope } from "./result-picture.tsx";

/** A picture of a report, drawn anew of what is given, with nothing to choose. */
export function pictureContent(scope: PictureScope, picture: ReportPictureKind): PictureContent {
  switch (picture.kind) {
    case "bars":
      return barsContent(scope, null);
    case "matrix":
      return matrixContent(scope, picture.order, null);
    case "map":
      return mapContent(scope, picture.question, null);
    case "combinations":
      return combinationsContent(scope, picture.variable, null);
  }
}
