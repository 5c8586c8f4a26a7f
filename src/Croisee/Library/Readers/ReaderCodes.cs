using System.Security.Cryptography;
using Croisee.People;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.Library.Readers;

/// <summary>
/// The code of a word is drawn with its form and travels in it, sealed: the same form sent twice is one word with one code (S18), and whoever sent it sees that code.
/// </summary>
public sealed class ReaderCodes(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("code of a reader's word");

    public string Draw() => protector.Protect(SpokenCode.New());

    /// <summary>Another one when we did not seal it.</summary>
    public string Open(string? drawn)
    {
        try { return string.IsNullOrEmpty(drawn) ? SpokenCode.New() : protector.Unprotect(drawn); }
        catch (CryptographicException) { return SpokenCode.New(); }
    }
}
