// Lit as Maven fetched it: the files of its WebJars, unpacked into a directory of their own.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

const ARTIFACTS = ["lit", "lit-html", "lit-element", "lit__reactive-element"];
const IN_JAR = "META-INF/resources/webjars";

// Artifact → directory of its newest version's files; the URL /lib/<artifact>/ names no version.
export function unpackLit(repository = join(homedir(), ".m2/repository/org/webjars/npm")) {
  const into = join(tmpdir(), "callogram-lit");
  return Object.fromEntries(
    ARTIFACTS.map((artifact) => {
      const version = readdirSync(join(repository, artifact))
        .filter((name) => /^\d/.test(name))
        .sort()
        .at(-1);
      execFileSync("unzip", ["-qo", join(repository, artifact, version, `${artifact}-${version}.jar`), `${IN_JAR}/*`, "-d", into]);
      return [artifact, join(into, IN_JAR, artifact, version)];
    }),
  );
}
