import { Type } from 'class-transformer';
import { IsNumber, Max, Min } from 'class-validator';

export class PositionQuery {
  @Type(() => Number)
  @IsNumber()
  @Min(-90)
  @Max(90)
  lt!: number;

  @Type(() => Number)
  @IsNumber()
  @Min(-180)
  @Max(180)
  lg!: number;
}
