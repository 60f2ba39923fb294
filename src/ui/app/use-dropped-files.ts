import { useEffect, useState } from "react";
import { filesOfDrop, type NamedFile } from "../shared/chosen-files.ts";

/** Hands on files that are dropped anywhere on the window; whether some are being dragged over it now. */
export function useDroppedFiles(onFiles: (files: readonly NamedFile[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Without this the window would leave the page for the file.
      event.preventDefault();
      setOver(true);
    };
    // Between two parts of the page there is no leaving: then it is known what is entered.
    const onDragLeave = (event: DragEvent) => setOver(event.relatedTarget !== null);
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      filesOfDrop(event.dataTransfer.items).then(onFiles, () => onFiles([]));
    };
    addEventListener("dragover", onDragOver);
    addEventListener("dragleave", onDragLeave);
    addEventListener("drop", onDrop);
    return () => {
      removeEventListener("dragover", onDragOver);
      removeEventListener("dragleave", onDragLeave);
      removeEventListener("drop", onDrop);
    };
  }, [onFiles]);
  return isOver;
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}
