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
    /// <summary>Every role held. What may be done now is asked of <see cref="Has"/>, <see cref="Can"/> and <see cref="Scope"/>.</summary>
    public IReadOnlyList<Held> Grants { get; private set; } = [];
    /// <summary>The last time this session proved who acts: the second factor where there is one, else the code of the mail.</summary>
    public DateTime? ProvedAt { get; private set; }
    /// <summary>Came in by « Entrer comme… »: nothing can be proved again there.</summary>
    public bool EnteredByDemo { get; private set; }

    public bool IsKnown => PersonId is not null;

    internal void Arrive(Session session, Person person, IReadOnlyList<Held> grants)
    {
        SessionId = session.Id;
        if (session.SecondFactorAsked && session.SecondFactorAt is null) { AwaitingPersonId = person.Id; return; }
        (PersonId, DisplayName, Email, Grants) = (person.Id, person.DisplayName, person.Email, grants);
        (HasSecondFactor, SecondFactorPassed) = (person.HasSecondFactor, session.SecondFactorAt is not null);
        EnteredByDemo = SecondFactorPassed && !HasSecondFactor;
        ProvedAt = HasSecondFactor ? session.SecondFactorAt : session.StartedAt;
    }

    /// <summary>A role that needs a second factor opens nothing before it is passed, also beside roles that do not.</summary>
    bool Opens(Held held) => SecondFactorPassed || !held.Role.NeedsSecondFactor();

    public bool Has(params ReadOnlySpan<Role> roles)
    {
        foreach (var held in Grants)
            if (roles.Contains(held.Role) && Opens(held)) return true;
        return false;
    }

    /// <summary>Whether one of <paramref name="roles"/> holds on the organisation with this path or on one above it.</summary>
    public bool Can(string organisationPath, params ReadOnlySpan<Role> roles)
    {
        foreach (var held in Grants)
            if (roles.Contains(held.Role) && Opens(held) && organisationPath.StartsWith(held.Path, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Paths under which one of <paramref name="roles"/> holds, without those that lie under another.</summary>
    public IReadOnlyList<string> Scope(params Role[] roles)
    {
        var paths = Grants.Where(g => roles.Contains(g.Role) && Opens(g)).Select(g => g.Path).Distinct().ToList();
        return [.. paths.Where(p => !paths.Any(q => q != p && p.StartsWith(q, StringComparison.Ordinal)))];
    }

    /// <summary>Administers the whole instance: the role is held on the root, whose path has one step.</summary>
    public bool AdministersInstance
    {
        get
        {
            foreach (var held in Grants)
                if (held.Role is Role.Administrator && Opens(held) && held.Path.Count(c => c == '/') == 2) return true;
            return false;
        }
    }

    public Journal.Actor Actor => PersonId is { } id ? Journal.Actor.Person(id) : Journal.Actor.System;
}
