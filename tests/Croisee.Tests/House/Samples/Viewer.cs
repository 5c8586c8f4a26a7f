using Croisee.People;

namespace Croisee.Tests.House;

enum ViewerKind { Anonymous, Author, Nobody, Invitee, Member, Facilitator, Chair, Held, Instance, Home }

/// <summary>Somebody who looks at a side: who they are there, and the cookies that say so.</summary>
sealed record Viewer(string Name, ViewerKind Kind, Person? Person = null, Role? Role = null)
{
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Composes groups and leads them, from outside or above.</summary>
    public bool Organises => Kind is ViewerKind.Instance || Kind is ViewerKind.Held && Role is Croisee.People.Role.Organiser or Croisee.People.Role.Administrator;

    /// <summary>A browser that carries these cookies.</summary>
    public Browser On(Place place)
    {
        var browser = place.Browser();
        foreach (var (name, value) in Cookies) browser.Keep(name, value);
        return browser;
    }

    public override string ToString() => Name;
}
