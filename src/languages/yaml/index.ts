export { type FileProblem, problemLines, type ReadFile, readYaml } from './read-yaml.ts'
