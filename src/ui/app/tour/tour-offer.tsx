import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useSettings } from "../../shared/use-settings.tsx";
import classes from "./tour-offer.module.css";

/** Offers the tour to who opens the workbench for the first time, until it is taken or declined. It stands in nobody's way and takes no focus. */
export function TourOffer({ onTake }: { readonly onTake: () => void }): ReactNode {
  const { settings, change } = useSettings();
  if (settings.knowsTour) return null;
  const decline = () => {
    change({ knowsTour: true });
    document.getElementById("screen")?.focus();
  };
  return (
    <section className={classes.offer} aria-label="Welcome">
      <p>New here? The tour shows in two minutes what is where. Later it is in the palette and in the guide.</p>
      <Button size="compact-sm" onClick={onTake}>
        Take the tour
      </Button>
      <Button size="compact-sm" variant="default" onClick={decline}>
        Not now
      </Button>
    </section>
  );
}
