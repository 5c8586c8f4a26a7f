using System.Security.Cryptography;

namespace Croisee.Rules;

/// <summary>The short name people see in addresses and on paper instead of an id: eight signs without vowels, so that no word appears, and without 0, 1, l, y.</summary>
public static class Reference
{
    const string Signs = "23456789bcdfghjkmnpqrstvwxz";
    public const int Length = 8;

    public static string New() => RandomNumberGenerator.GetString(Signs, Length);

    /// <summary>The reference as stored, from what a person typed: case, spaces and dashes do not matter.</summary>
    public static string Normalise(string? typed) =>
        typed is null ? "" : string.Concat(typed.Where(char.IsLetterOrDigit).Take(Length + 1)).ToLowerInvariant();
}
