namespace Croisee.People;

/// <summary>Who makes this request: nobody known, or a person with what they may do now. Filled from the rows at each request, so a role taken away ends at once (S16).</summary>
public sealed class Visitor
{
    public sealed record Held(Role Role, Guid OrganisationId, string Path);

    public Guid? PersonId { get; private set; }
    public Guid? SessionId { get; private set; }
    public string DisplayName { get; private set; } = "";
    public string Email { get; private set; } = "";
    public bool HasSecondFactor { get; private set; }
    public bool SecondFactorPassed { get; private set; }
    /// <summary>Signed in by code, the second factor still to come: nobody yet.</summary>
    public Guid? AwaitingPersonId { get; private set; }
    public IReadOnlyList<Held> Grants { get; private set; } = [];

    public bool IsKnown => PersonId is not null;

    internal void Arrive(Session session, Person person, IReadOnlyList<Held> grants)
    {
        SessionId = session.Id;
        if (session.SecondFactorAsked && session.SecondFactorAt is null) { AwaitingPersonId = person.Id; return; }
        (PersonId, DisplayName, Email, Grants) = (person.Id, person.DisplayName, person.Email, grants);
        (HasSecondFactor, SecondFactorPassed) = (person.HasSecondFactor, session.SecondFactorAt is not null);
    }

    public bool Has(params ReadOnlySpan<Role> roles)
    {
        foreach (var held in Grants)
            if (roles.Contains(held.Role)) return true;
        return false;
    }

    /// <summary>Whether one of <paramref name="roles"/> holds on the organisation with this path or on one above it.</summary>
    public bool Can(string organisationPath, params ReadOnlySpan<Role> roles)
    {
        foreach (var held in Grants)
            if (roles.Contains(held.Role) && organisationPath.StartsWith(held.Path, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Paths under which one of <paramref name="roles"/> holds, without those that lie under another.</summary>
    public IReadOnlyList<string> Scope(params Role[] roles)
    {
        var paths = Grants.Where(g => roles.Contains(g.Role)).Select(g => g.Path).Distinct().ToList();
        return [.. paths.Where(p => !paths.Any(q => q != p && p.StartsWith(q, StringComparison.Ordinal)))];
    }

    public Journal.Actor Actor => PersonId is { } id ? Journal.Actor.Person(id) : Journal.Actor.System;
}
