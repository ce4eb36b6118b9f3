export { type FileProblem, problemLines, type ReadFile, readYaml } from './read-yaml.ts'
export { writeYaml } from './write-yaml.ts'
