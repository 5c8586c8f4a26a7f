namespace Croisee.Surveys.Content;

/// <summary>A language that a questionnaire may be put in: its tag, its name in French, its own name, and where its lines begin.</summary>
public sealed record Tongue(string Tag, string French, string Own, bool RightToLeft = false);

/// <summary>The closed list (domain 9.5): languages that those who welcome people in France meet, and those of its regions.</summary>
public static class Tongues
{
    public static readonly IReadOnlyList<Tongue> All =
    [
        new("sq", "albanais", "shqip"), new("de", "allemand", "Deutsch"), new("am", "amharique", "አማርኛ"), new("en", "anglais", "English"), new("ar", "arabe", "العربية", RightToLeft: true),
        new("hy", "arménien", "հայերեն"), new("bm", "bambara", "bamanankan"), new("eu", "basque", "euskara"), new("bn", "bengali", "বাংলা"), new("br", "breton", "brezhoneg"), new("bg", "bulgare", "български"),
        new("zh", "chinois", "中文"), new("co", "corse", "corsu"), new("gcf", "créole antillais", "kréyòl"), new("ht", "créole haïtien", "kreyòl ayisyen"), new("rcf", "créole réunionnais", "kréol rénioné"),
        new("prs", "dari", "دری", RightToLeft: true), new("es", "espagnol", "español"), new("ka", "géorgien", "ქართული"), new("hi", "hindi", "हिन्दी"), new("it", "italien", "italiano"),
        new("kmr", "kurde kurmandji", "kurmancî"), new("ckb", "kurde sorani", "کوردی", RightToLeft: true), new("ln", "lingala", "lingála"), new("ne", "népalais", "नेपाली"), new("nl", "néerlandais", "Nederlands"), new("oc", "occitan", "occitan"), new("ur", "ourdou", "اردو", RightToLeft: true),
        new("ps", "pachto", "پښتو", RightToLeft: true), new("fa", "persan", "فارسی", RightToLeft: true), new("ff", "peul", "pulaar"), new("pl", "polonais", "polski"), new("pt", "portugais", "português"), new("ro", "roumain", "română"),
        new("rom", "romani", "romani ćhib"), new("ru", "russe", "русский"), new("sr", "serbe", "srpski"), new("so", "somali", "Soomaali"), new("snk", "soninké", "sooninkanxanne"), new("sw", "swahili", "Kiswahili"), new("ta", "tamoul", "தமிழ்"),
        new("ti", "tigrinya", "ትግርኛ"), new("tr", "turc", "Türkçe"), new("uk", "ukrainien", "українська"), new("vi", "vietnamien", "Tiếng Việt"), new("wo", "wolof", "wolof"),
    ];

    public static Tongue? Find(string? tag) => All.FirstOrDefault(t => t.Tag == tag);

    /// <summary>Its French name; a language that came with a file keeps the name it had there.</summary>
    public static string French(this LanguageState language) => Find(language.Tag)?.French ?? language.Name;

    public static string French(this TranslationState state) => state switch
    {
        TranslationState.Draft => "Brouillon",
        TranslationState.ReadByNative => "Relu par un locuteur natif",
        _ => "Validé",
    };
}
