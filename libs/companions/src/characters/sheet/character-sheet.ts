/** What a character is made for. */
export type CharacterMaturity = 'general' | 'mature';

/** Something somebody says, and how the character answers it. */
export interface ExampleDialogue {
  readonly user: string;
  readonly character: string;
}

/** How a model is asked. What is not said here is as the settings of the model say (`LLM_TEMPERATURE`, `LLM_MAX_TOKENS`, …). */
export interface ModelSettings {
  /** 0-2. */
  readonly temperature?: number;
  /** Longest answer, in tokens. */
  readonly maxTokens?: number;
  /** Above 0, up to 1. */
  readonly topP?: number;
  /** Name of the model; none: that of `LLM_MODEL`. */
  readonly model?: string;
}

/** A picture, by what it holds. */
export interface AvatarRef {
  readonly sha256: string;
  readonly type: string;
}

/** Everything about a character that is written by somebody, and has versions. `{{char}}` and `{{user}}` in texts stand for the names. */
export interface CharacterSheet {
  readonly name: string;
  /** In years, 18 or more. */
  readonly age: number;
  readonly gender: string;
  readonly traits: readonly string[];
  /** Background. */
  readonly description: string;
  readonly speechStyle: string;
  readonly exampleDialogues: readonly ExampleDialogue[];
  /** BCP 47; none: that of the person. */
  readonly languages: readonly string[];
  readonly boundaries: readonly string[];
  readonly maturity: CharacterMaturity;
  readonly modelSettings: ModelSettings;
  readonly greeting: string | null;
  readonly scenario: string | null;
  readonly avatar: AvatarRef | null;
  /** Whether the instructions of the card that it was imported from are given to the model. */
  readonly useCardInstructions: boolean;
}

export const DEFAULT_MODEL_SETTINGS: ModelSettings = {};
