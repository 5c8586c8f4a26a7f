using System.Security.Cryptography;
using System.Text;
using Croisee.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>Again: the code that this session has just been opened with, from a second click.</summary>
public enum Proof { Wrong, TooManyTries, Code, RecoveryCode, Again }

public static class Proofs
{
    /// <summary>What to tell who is not let in; null when the proof holds.</summary>
    public static string? Refusal(this Proof proof) => proof switch
    {
        Proof.Wrong => "Ce n’est pas le bon code, ou il a déjà servi. Attendez le code suivant.",
        Proof.TooManyTries => "Trop d’essais. Attendez 15 minutes, puis réessayez.",
        _ => null,
    };
}

/// <summary>The second factor, by the framework's identity core: codes of an authenticator app (RFC 6238), each serving once, and recovery codes. Ten wrong tries in fifteen minutes (S30).</summary>
public sealed class SecondFactor(AppDb db, UserManager<Person> core, PersonStore store, TimeProvider clock)
{
    public const int TriesMax = 10, RecoveryCodes = 10;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15), CodesRemembered = TimeSpan.FromHours(1);

    public string NewKey() => core.GenerateNewAuthenticatorKey();

    /// <summary>The key in groups of four, to be typed where no camera is.</summary>
    public static string Spaced(string key) => string.Join(' ', key.Chunk(4).Select(c => new string(c)));

    /// <summary>What the QR code says to the app. No name of a person: the app may be shown to others.</summary>
    public static string AppAddress(string key, string origin) =>
        $"otpauth://totp/Croisee:{Uri.EscapeDataString(Uri.TryCreate(origin, UriKind.Absolute, out var uri) ? uri.Host : "compte")}?secret={key}&issuer=Croisee&digits=6&period=30";

    /// <summary>Takes the key if <paramref name="typed"/> is its code of now, and gives the recovery codes; null otherwise. The caller records and saves.</summary>
    public async Task<IReadOnlyList<string>?> Confirm(Person person, string key, string typed)
    {
        await store.SetAuthenticatorKeyAsync(person, key, CancellationToken.None);
        if (!await IsCode(person, SignInRequest.Digits(typed))) return null;
        person.ConfirmSecondFactor(clock.UtcNow());
        return await NewRecoveryCodes(person);
    }

    public async Task<IReadOnlyList<string>> NewRecoveryCodes(Person person) => [.. (await core.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes))!];

    /// <summary>
    /// Weighs what was typed; wrong tries count. A recovery code leaves <paramref name="person"/> changed: the caller records and saves.
    /// <paramref name="session"/> is the one that a right code opens: to it, for a minute, the same code is right again.
    /// </summary>
    public async Task<Proof> Try(Person person, string typed, Guid? session = null)
    {
        if (!person.HasSecondFactor) return Proof.Wrong;
        var digits = SignInRequest.Digits(typed);
        var proof = digits.Length == SignInRequest.CodeLength && typed.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c))
            ? await IsCode(person, digits) ? await Spend(person.Id, HashOf(person.Id, typed), session) : Proof.Wrong
            : await Redeem(person, typed, session);
        return proof is Proof.Wrong && !await CountTry(person.Id) ? Proof.TooManyTries : proof;
    }

    /// <summary>Whether this code opened this session less than a minute ago.</summary>
    public Task<bool> HasJustServed(Guid person, string typed, Guid session)
    {
        var (hash, since) = (HashOf(person, typed), clock.UtcNow() - Session.SecondClick);
        return db.UsedCodes.AnyAsync(c => c.PersonId == person && c.Hash == hash && c.SessionId == session && c.UsedAt > since);
    }

    async Task<Proof> Redeem(Person person, string typed, Guid? session)
    {
        if (!(await core.RedeemTwoFactorRecoveryCodeAsync(person, typed)).Succeeded)
            return session is { } opened && await HasJustServed(person.Id, typed, opened) ? Proof.Again : Proof.Wrong;
        if (!await db.Write(d => MayTry(d, person.Id))) return Proof.TooManyTries;
        if (session is not null) db.UsedCodes.Add(new UsedCode { PersonId = person.Id, Hash = HashOf(person.Id, typed), UsedAt = clock.UtcNow(), SessionId = session });
        return Proof.RecoveryCode;
    }

    Task<bool> IsCode(Person person, string digits) => core.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, digits);

    /// <summary>One statement counts and decides, so that tries at the same instant cannot slip through.</summary>
    async Task<bool> CountTry(Guid person)
    {
        var now = clock.UtcNow();
        var since = now - Window;
        return await db.Write(d => d.Persons.Where(p => p.Id == person && (p.FactorTries < TriesMax || p.FactorWindow == null || p.FactorWindow < since))
            .ExecuteUpdate(s => s.SetProperty(p => p.FactorTries, p => p.FactorWindow == null || p.FactorWindow < since ? 1 : p.FactorTries + 1)
                .SetProperty(p => p.FactorWindow, p => p.FactorWindow == null || p.FactorWindow < since ? now : p.FactorWindow))) == 1;
    }

    /// <summary>A right code counts as no try, but opens nothing after too many wrong ones. Written, not read: whoever counts at the same instant waits.</summary>
    bool MayTry(AppDb d, Guid person)
    {
        var since = clock.UtcNow() - Window;
        return d.Persons.Where(p => p.Id == person && (p.FactorTries < TriesMax || p.FactorWindow == null || p.FactorWindow < since)).ExecuteUpdate(s => s.SetProperty(p => p.FactorTries, p => p.FactorTries)) == 1;
    }

    /// <summary>The core accepts a code for some ninety seconds each side; here it serves once.</summary>
    async Task<Proof> Spend(Guid person, string hash, Guid? session)
    {
        var now = clock.UtcNow();
        var (old, since) = (now - CodesRemembered, now - Session.SecondClick);
        return await db.Write(d =>
        {
            if (!MayTry(d, person)) return Proof.TooManyTries;
            d.UsedCodes.Where(c => c.PersonId == person && c.UsedAt < old).ExecuteDelete();
            if (d.Database.ExecuteSql($"insert into used_codes (person_id, hash, used_at, session_id) values ({person}, {hash}, {now}, {session}) on conflict do nothing") == 1) return Proof.Code;
            return session is not null && d.UsedCodes.Any(c => c.PersonId == person && c.Hash == hash && c.SessionId == session && c.UsedAt > since) ? Proof.Again : Proof.Wrong;
        });
    }

    static string HashOf(Guid person, string typed) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{person:N}{string.Concat(typed.Where(char.IsAsciiLetterOrDigit).Take(40)).ToUpperInvariant()}")));
}
