using Croisee.Experiences;
using Croisee.Experiences.Answers;

namespace Croisee.Library.Kinship;

/// <summary>Where a structure is, as far as a sheet says it: what tells those of one name apart.</summary>
public sealed record StructurePlace(string? Region, string? Department, string? Commune)
{
    public static StructurePlace Of(Structure told) => new(Part(told.Region), Part(told.Department), Part(told.Commune));

    /// <summary>In an address, where nothing is said: two that bear one name are told apart by it too.</summary>
    public const string Nowhere = "sans-lieu";

    bool IsUnsaid => this is (null, null, null);

    /// <summary>In an address.</summary>
    public string Key => IsUnsaid ? Nowhere : string.Join('-', new[] { Commune, Department, Region }.OfType<string>());

    /// <summary>As it is stored: no part has a bar.</summary>
    public string Stored => IsUnsaid ? "" : $"{Region}/{Department}/{Commune}";

    public static StructurePlace Read(string stored)
    {
        var parts = stored.Split('/');
        string? At(int part) => parts.ElementAtOrDefault(part) is { Length: > 0 } told ? told : null;
        return new(At(0), At(1), At(2));
    }

    static string? Part(string? told) => string.IsNullOrWhiteSpace(told) || Slugs.Of(told) is not { Length: > 0 } slug ? null : slug;

    /// <summary>Whether the other says the same, as precisely or more.</summary>
    public bool Holds(StructurePlace other) =>
        (Region is null || Region == other.Region) && (Department is null || Department == other.Department) && (Commune is null || Commune == other.Commune);

    /// <summary>One group for each place. What is told less precisely goes to the one place that it can be, and stays apart when it could be several.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Apart<T>(IReadOnlyList<T> told, Func<T, StructurePlace> where)
    {
        var places = told.Select(where).Distinct().ToList();
        var finest = places.Where(p => !places.Any(o => o != p && p.Holds(o))).ToList();
        return [.. told.GroupBy(t => finest.Where(where(t).Holds).ToList() is [var one] ? one : where(t)).Select(g => g.ToList())];
    }
}
