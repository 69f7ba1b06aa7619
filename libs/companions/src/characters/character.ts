/** Who answers. A companion is a character. */
export interface Character {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly personality: string;
  readonly speechStyle: string;
  readonly boundaries: readonly string[];
}
