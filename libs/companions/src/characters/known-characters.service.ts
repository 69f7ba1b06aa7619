import { Injectable, type OnModuleInit } from '@nestjs/common';

import { AnsweringCharacters, CharacterDirectory } from '#memory';

import { LikelyCharacters } from './rules/likely-characters.service.js';
import { CharacterReader } from './store/character-reader.service.js';

/** Tells the memory which characters there are, and who answers where. */
@Injectable()
export class KnownCharacters implements OnModuleInit {
  constructor(
    private readonly directory: CharacterDirectory,
    private readonly reader: CharacterReader,
    private readonly answering: AnsweringCharacters,
    private readonly likely: LikelyCharacters,
  ) {}

  onModuleInit(): void {
    this.directory.attach(async (name) => (await this.reader.look(name))?.id);
    this.answering.attach((chatIds) => this.likely.of(chatIds));
  }
}
