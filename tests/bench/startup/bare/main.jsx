import "@mantine/core/styles.css";
import { Button, MantineProvider, Title } from "@mantine/core";
import { useState } from "react";
import { createRoot } from "react-dom/client";

/** The least that a page of React and Mantine can be: a heading, and a button that answers a click. */
function BarePage() {
  const [isPressed, setIsPressed] = useState(false);
  return (
    <>
      <Title>Bare page</Title>
      <Button aria-pressed={isPressed} onClick={() => setIsPressed(!isPressed)}>
        Press
      </Button>
    </>
  );
}

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute("content") ?? "";
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element #root");
createRoot(root).render(
  <MantineProvider defaultColorScheme="auto" getStyleNonce={() => nonce}>
    <BarePage />
  </MantineProvider>,
);
