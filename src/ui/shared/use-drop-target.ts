import { type DragEvent, useState } from "react";

/** What an element needs to take what is dragged onto it; `data-over` says that it would be dropped there. */
interface DropTarget {
  readonly "data-over": boolean;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: () => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** Takes what is dragged under the given kind, and nothing else; `onDropped` gets the text that was dragged. */
export function useDropTarget(kind: string, onDropped: (text: string) => void): DropTarget {
  const [isOver, setOver] = useState(false);
  return {
    "data-over": isOver,
    onDragOver: (event) => {
      if (!event.dataTransfer.types.includes(kind)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event) => {
      setOver(false);
      const text = event.dataTransfer.getData(kind);
      if (text === "") return;
      event.preventDefault();
      onDropped(text);
    },
  };
}
