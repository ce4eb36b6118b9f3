/** Our names for the tables and columns of the library (migrations/001_identity.sql); a test compares the two. */
export const ACCOUNTS = {
  modelName: 'accounts',
  fields: { emailVerified: 'is_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
}

export const SESSIONS = {
  modelName: 'sessions',
  fields: {
    userId: 'account',
    expiresAt: 'expires_at',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
  },
}

export const SIGN_INS = {
  modelName: 'sign_ins',
  fields: {
    accountId: 'subject',
    providerId: 'provider',
    userId: 'account',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
}

export const VERIFICATIONS = {
  modelName: 'verifications',
  fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
}

export const SECOND_FACTORS = {
  user: { fields: { twoFactorEnabled: 'has_second_factor' } },
  twoFactor: {
    modelName: 'second_factors',
    fields: {
      userId: 'account',
      backupCodes: 'recovery_codes',
      verified: 'is_verified',
      failedVerificationCount: 'failures',
      lockedUntil: 'locked_until',
    },
  },
}

export const PASSKEYS = {
  passkey: {
    modelName: 'passkeys',
    fields: {
      userId: 'account',
      publicKey: 'public_key',
      credentialID: 'credential',
      deviceType: 'device_type',
      backedUp: 'is_backed_up',
      createdAt: 'created_at',
    },
  },
}
