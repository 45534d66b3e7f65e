/**
 * The folder that is meant by what was dropped: of a file the folder it lies in. What has an ending is taken
 * for a file; the path is shown before anything is read from it.
 */
export function folderOf(path: string): string {
  const [, folder] = /^(.*)[/\\][^/\\]+\.[\p{L}\p{N}]{1,5}$/u.exec(path) ?? [];
  return folder || path;
}
