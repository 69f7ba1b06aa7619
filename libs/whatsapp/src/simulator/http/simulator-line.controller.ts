import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import type { Line } from '../account-lines.js';
import { formatFaults } from '../parse-faults.js';
import { SimulatorNetwork } from '../simulator-network.js';
import { FaultsDto } from './faults.dto.js';
import { FaultsInForceDto, LineDto } from './simulator-state.dto.js';

/** What goes wrong on the simulated network. */
@ApiTags('simulator')
@Controller('api/simulator')
@Scopes('simulator:write')
export class SimulatorLineController {
  constructor(private readonly network: SimulatorNetwork) {}

  @Put('faults')
  @ApiOperation({ summary: 'Sets the fault script; an empty one goes back to SIMULATOR_FAULTS' })
  @ApiOkResponse({ type: FaultsInForceDto })
  async setFaults(@Body() request: FaultsDto): Promise<FaultsInForceDto> {
    const given = Object.values(request).some((value) => value !== undefined);
    const faults = given ? formatFaults(FaultsDto.toScript(request)) : null;
    await this.network.changeLine({ faults });
    return { faults };
  }

  @Post('disconnect')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cuts the line, until connect' })
  @ApiOkResponse({ type: LineDto })
  disconnect(): Promise<LineDto> {
    return this.setLine('down');
  }

  @Post('connect')
  @HttpCode(200)
  @ApiOperation({ summary: 'Restores the line, or links a logged-out account again' })
  @ApiOkResponse({ type: LineDto })
  connect(): Promise<LineDto> {
    return this.setLine('up');
  }

  @Post('logout')
  @HttpCode(200)
  @ApiOperation({ summary: 'Logs the account out, as its owner would on the phone' })
  @ApiOkResponse({ type: LineDto })
  logout(): Promise<LineDto> {
    return this.setLine('logged-out');
  }

  private async setLine(line: Line): Promise<LineDto> {
    await this.network.changeLine({ line });
    return { line };
  }
}
