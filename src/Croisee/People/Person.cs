using Croisee.Rules;

namespace Croisee.People;

/// <summary>Somebody with an account. The display name is chosen (first name, pseudonym, « membre usager »); nothing says what the person lives with (RGP-R1).</summary>
public sealed class Person : IAudited
{
    public const int NameMax = 80;

    Person() { }

    public Person(string email, string displayName, DateTime now)
    {
        Id = Guid.CreateVersion7();
        Email = NormaliseEmail(email);
        CreatedAt = now;
        Rename(displayName);
    }

    public Guid Id { get; private set; }
    public string Email { get; private set; } = "";
    public string DisplayName { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime? DisabledAt { get; private set; }
    /// <summary>Key of the authenticator app, protected at rest; null while none is set up.</summary>
    public string? TotpKey { get; private set; }
    public DateTime? TotpSince { get; private set; }
    /// <summary>Hashes of unused recovery codes, separated by spaces.</summary>
    public string RecoveryCodes { get; private set; } = "";
    /// <summary>Tries of the second factor since <see cref="FactorWindow"/>; counted by one conditional statement, see SecondFactor.</summary>
    public int FactorTries { get; private set; }
    public DateTime? FactorWindow { get; private set; }
    /// <summary>One sentence for the page « Entrer comme… » of the demonstration.</summary>
    public string? DemoHint { get; private set; }
    public int Version { get; private set; }
    Guid IAudited.AuditedId => Id;

    public bool IsClosed => Email == ClosedAddress;
    string ClosedAddress => $"{Id:N}@compte-ferme.invalid";
    public bool HasSecondFactor => TotpSince is not null;
    public int RecoveryCodesLeft => RecoveryCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    public static string NormaliseEmail(string email) => email.Trim().ToLowerInvariant();

    public void Rename(string displayName)
    {
        displayName = displayName.Trim();
        if (displayName.Length is 0 or > NameMax) throw new RuleBroken("PER-NAME", $"Donnez un nom d’affichage de {NameMax} caractères au plus : un prénom, un pseudonyme, « membre usager »…", "DisplayName");
        DisplayName = displayName;
    }

    /// <summary>Signs in with another address from now on; whoever calls has checked that it is theirs.</summary>
    public void MoveTo(string email) => Email = NormaliseEmail(email);

    public void Disable(DateTime now) => DisabledAt ??= now;

    /// <summary>A suspended account opens again; a closed one never does.</summary>
    public void Enable() => DisabledAt = IsClosed ? DisabledAt : null;

    public bool IsSuspended => DisabledAt is not null && !IsClosed;

    /// <summary>The account closes for good: nothing is left that says who it was; the id stays, since the journal and past decisions name it.</summary>
    public void Close(DateTime now)
    {
        Disable(now);
        StopSecondFactor();
        Email = ClosedAddress;
        DisplayName = "Compte fermé";
        DemoHint = null;
    }

    public void ShowInDemo(string hint) => DemoHint = hint;

    /// <summary>Takes the key of an authenticator app; nothing is asked at sign-in before <see cref="ConfirmSecondFactor"/>.</summary>
    public void StartSecondFactor(string protectedKey) { TotpKey = protectedKey; TotpSince = null; }

    public void ConfirmSecondFactor(DateTime now) => TotpSince = now;

    public void ReplaceRecoveryCodes(IEnumerable<string> hashes) => RecoveryCodes = string.Join(' ', hashes);

    public void StopSecondFactor() { TotpKey = null; TotpSince = null; RecoveryCodes = ""; }

    /// <summary>A recovery code serves once. Returns false when it is unknown or already used.</summary>
    public bool UseRecoveryCode(string hash)
    {
        var left = RecoveryCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (!left.Remove(hash)) return false;
        RecoveryCodes = string.Join(' ', left);
        return true;
    }
}
