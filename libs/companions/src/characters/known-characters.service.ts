import { Injectable, type OnModuleInit } from '@nestjs/common';

import { CharacterDirectory } from '#memory';

import { CharacterReader } from './store/character-reader.service.js';

/** Tells the memory which characters there are. */
@Injectable()
export class KnownCharacters implements OnModuleInit {
  constructor(
    private readonly directory: CharacterDirectory,
    private readonly reader: CharacterReader,
  ) {}

  onModuleInit(): void {
    this.directory.attach(async (name) => (await this.reader.look(name))?.id);
  }
}
