import process from "node:process";

const OUT = "dist/packages";
const ICONS = "out/icons";

/** Each decided in words in docs/security.md. */
const electronFuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  // Turning a fuse breaks the signature that a program needs on Apple's processors.
  resetAdHocDarwinSignature: true,
};

// What electron-builder makes of the built program, for people who install nothing else; `npm run package` runs it.
export default {
  appId: "ahq.workbench",
  productName: "AHQ Workbench",
  copyright: "Apache-2.0",
  directories: { output: OUT, buildResources: ICONS },
  extraMetadata: { homepage: process.env.AHQ_HOMEPAGE ?? "https://ahq-workbench.invalid/" },

  // Everything is bundled: the program is these files, and no package is installed beside them.
  files: ["out/main/**", "out/preload/**", "out/page/**", "package.json", "!node_modules/**"],
  asar: true,
  // Outside the archive, where electron/main.ts looks for it and where it can be looked at.
  extraResources: [
    { from: "data", to: "data" },
    { from: "resources", to: "resources" },
    { from: "LICENSE", to: "LICENSE" },
  ],
  electronFuses,
  electronLanguages: ["en", "en-US", "en-GB"],
  npmRebuild: false,
  publish: null,

  fileAssociations: [
    {
      ext: "ahqz",
      name: "AHQ data package",
      description: "Answers to an ad-hoc query, as a data package",
      mimeType: "application/x-ahq-data-package",
      role: "Viewer",
    },
  ],

  win: {
    target: [
      { target: "nsis", arch: ["x64"] },
      { target: "portable", arch: ["x64"] },
    ],
    icon: `${ICONS}/icon.ico`,
    requestedExecutionLevel: "asInvoker",
  },
  // For the person who installs it alone, in their own folder: nobody is asked for an administrator's password.
  nsis: {
    oneClick: true,
    perMachine: false,
    createDesktopShortcut: false,
    deleteAppDataOnUninstall: false,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders.
    artifactName: "ahq-workbench-${version}-windows-${arch}-setup.${ext}",
  },
  portable: {
    requestExecutionLevel: "user",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders.
    artifactName: "ahq-workbench-${version}-windows-${arch}-portable.${ext}",
  },

  mac: {
    target: [{ target: "dmg", arch: ["universal"] }],
    icon: `${ICONS}/icon.icns`,
    category: "public.app-category.productivity",
    // Signed ad hoc unless whoever builds it has a certificate: then without the hardened runtime, which such a signature cannot satisfy.
    identity: process.env.CSC_NAME ?? "-",
    hardenedRuntime: process.env.CSC_NAME !== undefined,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders.
    artifactName: "ahq-workbench-${version}-macos-${arch}.${ext}",
  },

  linux: {
    target: [
      { target: "AppImage", arch: ["x64"] },
      { target: "deb", arch: ["x64"] },
    ],
    icon: `${ICONS}/png`,
    category: "Office",
    synopsis: "Answers to ad-hoc queries of the European Migration Network",
    maintainer: process.env.AHQ_MAINTAINER ?? "AHQ Workbench <nobody@ahq-workbench.invalid>",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders.
    artifactName: "ahq-workbench-${version}-linux-${arch}.${ext}",
  },
};
