import { ForbiddenException, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';

/** The trusted issuer and its public key (PEM). */
export abstract class IssuerOptions {
  abstract readonly issuer: string;
  abstract readonly publicKey: string;
}

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor({ issuer, publicKey }: IssuerOptions) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: publicKey,
      issuer,
      audience: 'mfapi',
      algorithms: ['RS256'],
    });
  }

  validate({ sub, scope }: { sub: string; scope: string }): { userId: string } {
    if (!scope.split(' ').includes('weather:read')) throw new ForbiddenException();
    return { userId: sub };
  }
}
