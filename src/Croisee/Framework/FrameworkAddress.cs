namespace Croisee.Framework;

/// <summary>Where the public pages of the framework are: codes in small letters, words joined by hyphens. One address for one thing.</summary>
public static class FrameworkAddress
{
    public const string Home = "/cadre", Degrees = "/cadre/degres", Grid = "/cadre/grille", Vocabularies = "/cadre/vocabulaires", Codebook = "/cadre/vocabulaires.csv", Crosswalks = "/cadre/correspondances", CrosswalksFile = "/cadre/correspondances.csv";

    public static string OfRegister(string code) => $"/cadre/registres/{Slug(code)}";

    public static string OfDegree(string code) => $"{Degrees}#{Slug(code)}";

    public static string Of(Vocabulary vocabulary) => $"{Vocabularies}/{Slug(vocabulary.Code)}";

    public static string Versions(Vocabulary vocabulary) => Of(vocabulary) + "/versions";

    public static string Slug(string code) => code.ToLowerInvariant().Replace('_', '-');

    public static Term? Register(string slug) => Framework.Vocabularies.Register.Terms.FirstOrDefault(t => Slug(t.Code) == slug);

    public static Vocabulary? Vocabulary(string slug) => Framework.Vocabularies.All.FirstOrDefault(v => Slug(v.Code) == slug);
}
