import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { AccountLinking } from './account-linking.service.js';
import { AskPairingCodeDto, PairingCodeDto, QrDto, QrQueryDto } from './account.dto.js';
import { PairingDesk } from './pairing-desk.service.js';

const PNG = 'image/png';

/** Linking a phone. What is shown here lets anybody link theirs, so reading it takes the scope to write. */
@ApiTags('accounts')
@Controller('api/whatsapp/accounts')
export class AccountLinkingController {
  constructor(
    private readonly linking: AccountLinking,
    private readonly pairing: PairingDesk,
  ) {}

  @Get(':id/qr')
  @ApiOperation({ summary: 'The QR code that links a phone, as a picture or as its text' })
  @Scopes('accounts:write')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('application/json', PNG)
  @ApiOkResponse({ type: QrDto })
  async qr(
    @Param('id') id: string,
    @Query() { format }: QrQueryDto,
    @Headers('accept') accept = '',
  ): Promise<QrDto | StreamableFile> {
    const { text, state } = await this.linking.qr(id);
    const png = await this.linking.draw(text);
    const wantsPng = format === 'png' || (format === undefined && accept.includes(PNG) && !accept.includes('json'));
    if (wantsPng) return new StreamableFile(png, { type: PNG, length: png.length });
    return { text, png: `data:${PNG};base64,${png.toString('base64')}`, state };
  }

  @Post(':id/pairing-code')
  @ApiOperation({ summary: 'Asks for a code that the owner of a phone types in to link it' })
  @HttpCode(200)
  @Scopes('accounts:write')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: PairingCodeDto })
  async pairingCode(@Param('id') id: string, @Body() { phone }: AskPairingCodeDto): Promise<PairingCodeDto> {
    return { code: await this.pairing.ask(id, phone.startsWith('+') ? phone : `+${phone}`) };
  }
}
