using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Croisee.People;

/// <summary>
/// What the framework's identity core needs to know of a person for the second factor, and no more: the app's key (sealed at rest) and recovery codes (hashed).
/// It saves nothing: the page that acts records and saves once.
/// </summary>
public sealed class PersonStore(IDataProtectionProvider protection) : IUserAuthenticatorKeyStore<Person>, IUserTwoFactorRecoveryCodeStore<Person>
{
    readonly IDataProtector protector = protection.CreateProtector("second factor key");

    public Task<string?> GetAuthenticatorKeyAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.TotpKey is null ? null : protector.Unprotect(user.TotpKey));

    public Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken cancellationToken)
    {
        user.StartSecondFactor(protector.Protect(key));
        return Task.CompletedTask;
    }

    public Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        user.ReplaceRecoveryCodes(RecoveryHash.Of(recoveryCodes));
        return Task.CompletedTask;
    }

    public Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken) => Task.FromResult(RecoveryHash.Find(user, code) is { } kept && user.UseRecoveryCode(kept));

    public Task<int> CountCodesAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.RecoveryCodesLeft);

    // The core asks every store for these; a person is known here by id only.
    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("N"));
    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Id.ToString("N"));
    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);
    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;
    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Success);
    public Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult<Person?>(null);
    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Task.FromResult<Person?>(null);
    public void Dispose() { }
}
