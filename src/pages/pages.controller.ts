import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '@app/auth/public.decorator.js';
import { DEPRECATION_PAGE } from '../deprecations.js';
import { PAGE_HEADERS } from '../docs/protect-pages.js';
import { explainedProblem } from '../problem-catalogue.js';
import { deprecationPage } from './deprecation-page.js';
import { problemPage } from './problem-page.js';

const HEADERS = {
  ...PAGE_HEADERS,
  'content-type': 'text/html; charset=utf-8',
  // A release can change a page.
  'cache-control': 'public, max-age=3600',
};

/** Pages that responses refer to. They are served everywhere, also where `DOCS_ENABLED` is false. */
@Public()
@ApiExcludeController()
@Controller()
export class PagesController {
  /** Each `type` of a problem is the address of its page. */
  @Get('problems/:code')
  problem(@Param('code') code: string, @Res({ passthrough: true }) reply: FastifyReply): string {
    const problem = explainedProblem(code);
    if (!problem) throw new NotFoundException();
    void reply.headers(HEADERS);
    return problemPage(code, problem);
  }

  @Get(DEPRECATION_PAGE)
  deprecation(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.headers(HEADERS);
    return deprecationPage();
  }
}
