namespace Croisee.Library;

/// <summary>Who took a sheet away, said wherever its place stays: its authors (EXP-R10), or the organisation (S42).</summary>
public static class GoneWords
{
    /// <summary>What stands for a sheet that somebody else still names: its title is on its own page only.</summary>
    public const string NamedByAuthors = "Une fiche retirée par ses auteurs", NamedByOrganisation = "Une fiche retirée par l’organisme";

    /// <summary>A sentence with room for the day.</summary>
    public static string On(bool takenDown) => takenDown ? "Cette fiche a été retirée par l’organisme le {0}." : "Cette fiche a été retirée par ses auteurs le {0}.";
}
