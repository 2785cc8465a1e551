import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One entry of a problem's `errors`. */
export class ProblemFault {
  @ApiProperty({ example: 'lt', description: 'The parameter at fault.' })
  parameter!: string;

  @ApiProperty({ example: 'lt must be from -90 to 90' })
  detail!: string;
}

/** The body of every error: `application/problem+json`, RFC 9457. */
export class Problem {
  @ApiProperty({
    example: '/problems/invalid-request',
    description: 'Stable identifier of the kind of problem; a URI reference.',
  })
  type!: string;

  @ApiProperty({ example: 'Invalid request' })
  title!: string;

  @ApiProperty({ example: 400 })
  status!: number;

  @ApiProperty({ example: 'The request has invalid parameters.' })
  detail!: string;

  @ApiProperty({ example: '/prcpt', description: 'The path asked, without its query.' })
  instance!: string;

  @ApiProperty({
    example: '6f0c7b1e-7b0d-4d0f-9a51-2f6f5f0a4f0e',
    description: 'Equals the X-Request-Id header; quote it when you report the problem.',
  })
  traceId!: string;

  @ApiPropertyOptional({ type: [ProblemFault], description: 'With status 400 only.' })
  errors?: ProblemFault[];
}
