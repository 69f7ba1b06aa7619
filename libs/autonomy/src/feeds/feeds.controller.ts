import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { CurrentPrincipal, Scopes, type Principal } from '#security';

import { GroupFinder } from '../rest/group-finder.service.js';
import { nothingToChange } from '../rest/rest.errors.js';
import { FeedDesk } from './feed-desk.service.js';
import { AddFeedDto, ChangeFeedDto, FeedDto, FeedsDto, toFeedDto } from './feed.dto.js';
import { FeedFetch } from './feed-fetch.service.js';
import { FeedLists } from './feed-lists.service.js';

/** What there is to share in groups. */
@ApiTags('autonomy')
@Controller('api/autonomy/feeds')
export class FeedsController {
  constructor(
    private readonly lists: FeedLists,
    private readonly desk: FeedDesk,
    private readonly fetching: FeedFetch,
    private readonly groups: GroupFinder,
  ) {}

  @Get()
  @Scopes('autonomy:read')
  @ApiOperation({ summary: 'Feeds and links that are shared in groups, the latest first' })
  @ApiOkResponse({ type: FeedsDto })
  async list(): Promise<FeedsDto> {
    return { feeds: (await this.lists.all()).map(toFeedDto) };
  }

  @Post()
  @Scopes('autonomy:write')
  @ApiOperation({ summary: 'Lists a feed (RSS or Atom) or a link; a feed is fetched within five minutes' })
  @ApiCreatedResponse({ type: FeedDto })
  async add(@Body() feed: AddFeedDto, @CurrentPrincipal() principal: Principal): Promise<FeedDto> {
    const { url, kind = 'feed', title = null, groups = [] } = feed;
    const chatIds = await this.chatsOf(groups);
    return toFeedDto(await this.desk.add({ url, kind, title, chatIds }, principal.id));
  }

  @Patch(':id')
  @Scopes('autonomy:write')
  @ApiOperation({ summary: 'Changes what a feed is called, which groups it is for, or whether it is looked at' })
  @ApiOkResponse({ type: FeedDto })
  async change(
    @Param('id') id: string,
    @Body() { title, groups, enabled }: ChangeFeedDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<FeedDto> {
    if ([title, groups, enabled].every((one) => one === undefined)) throw nothingToChange('title, groups or enabled');
    const chatIds = groups && (await this.chatsOf(groups));
    return toFeedDto(await this.desk.change(id, { title, chatIds, enabled }, principal.id));
  }

  @Delete(':id')
  @HttpCode(204)
  @Scopes('autonomy:write')
  @ApiOperation({ summary: 'Takes a feed off the list, with all that it brought' })
  @ApiNoContentResponse()
  async remove(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    await this.desk.remove(id, principal.id);
  }

  @Post(':id/fetch')
  @HttpCode(200)
  @Scopes('autonomy:write')
  @ApiOperation({ summary: 'Looks at a feed now; what came of it is in the answer' })
  @ApiOkResponse({ type: FeedDto })
  async fetch(@Param('id') id: string): Promise<FeedDto> {
    await this.fetching.fetch(id);
    return toFeedDto(await this.lists.one(id));
  }

  private async chatsOf(groups: readonly string[]): Promise<readonly string[]> {
    const chatIds: string[] = [];
    for (const group of groups) chatIds.push(await this.groups.find(group));
    return [...new Set(chatIds)];
  }
}
