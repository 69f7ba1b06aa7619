import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { CurrentPrincipal, Scopes, type Principal } from '#security';

import { wrongField } from '../characters.errors.js';
import { AnsweringRuleBook } from './answering-rule-book.service.js';
import { AnsweringRulesDto, PutAnsweringRulesDto, ruleOf, toAnsweringRulesDto } from './answering-rules.dto.js';

/** Which character answers which chat. */
@ApiTags('characters')
@Controller('api/v1/characters/rules')
export class AnsweringRulesController {
  constructor(private readonly book: AnsweringRuleBook) {}

  @Get()
  @Scopes('characters:read')
  @ApiOperation({ summary: 'Which character answers which chat' })
  @ApiOkResponse({ type: AnsweringRulesDto })
  async read(): Promise<AnsweringRulesDto> {
    return toAnsweringRulesDto(await this.book.read());
  }

  @Put()
  @Scopes('characters:write')
  @ApiOperation({ summary: 'Says which character answers which chat, in place of all rules before' })
  @ApiOkResponse({ type: AnsweringRulesDto })
  async write(
    @Body() { rules, default: otherwise }: PutAnsweringRulesDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<AnsweringRulesDto> {
    const read = rules.map(ruleOf);
    const empty = read.findIndex(({ when }) => Object.values(when).every((value) => value === undefined));
    if (empty >= 0) throw wrongField(`rules[${empty}].when`, 'must hold at least one condition');
    return toAnsweringRulesDto(await this.book.write(read, otherwise, principal.id));
  }
}
