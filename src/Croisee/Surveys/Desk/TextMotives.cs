using Croisee.Ui;

namespace Croisee.Surveys.Desk;

/// <summary>The motives of a moderator in words, as the form asks for them and as whoever reads the text is told.</summary>
public static class TextMotives
{
    public static string French(this TextMotive motive) => motive switch
    {
        TextMotive.NamesSomebody => "désignait quelqu’un",
        TextMotive.TellsOfHealth => "parlait de la santé d’une personne",
        TextMotive.Insults => "insultait",
        TextMotive.Accuses => "accusait quelqu’un",
        _ => "ne répondait pas à la question",
    };

    public static IReadOnlyList<Choice> All { get; } =
    [
        new(nameof(TextMotive.NamesSomebody), "Il désigne quelqu’un", "Un nom, une chambre, une date, un lieu."), new(nameof(TextMotive.TellsOfHealth), "Il parle de la santé d’une personne"), new(nameof(TextMotive.Insults), "Il insulte"),
        new(nameof(TextMotive.Accuses), "Il accuse quelqu’un", "Un fait grave ne se règle pas ici : dites à la direction, ou à qui doit agir, qu’il vous a été signalé."), new(nameof(TextMotive.OffSubject), "Il ne répond pas à la question"),
    ];
}
