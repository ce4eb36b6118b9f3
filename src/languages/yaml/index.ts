export { type FileProblem, problemLines, type ReadFile, readYaml } from './read-yaml.ts'
export { readYamlList, writeYaml } from './write-yaml.ts'
