using Croisee.Experiences.Exchange;
using Croisee.Framework;

namespace Croisee.Library.OpenData;

/// <summary>A published sheet as it leaves the house: what was published, its text and what stands beside it, and nothing else.</summary>
sealed class PublicSheet
{
    /// <param name="no">Its place in the order of entry.</param>
    public PublicSheet(int no, string reference, int number, DateTime publishedAt, DateTime updatedAt, SheetContent content, LabelBook book, string origin, SheetCompany company)
    {
        (No, Reference, Number, PublishedAt, UpdatedAt, Content, Book, Origin, Company, Easy) = (no, reference, number, publishedAt, updatedAt, content, book, origin, company, EasyState.Of(content, company.Readings));
        Row = new()
        {
            Book = book, Account = content.Account, Reference = reference, Call = content.CallSlug, WrittenBy = content.WrittenBy,
            ReadByPersons = content.WrittenBy is null ? null : content.Voices.PersonsConcerned, Documents = [.. content.Documents.Select(d => d.Name)],
            Links = [.. content.Links.Select(l => new GivenLink(l.Address, l.Alternative, l.Rights))],
        };
    }

    public int No { get; }
    public string Reference { get; }
    public int Number { get; }
    public DateTime PublishedAt { get; }
    public DateTime UpdatedAt { get; }
    public SheetContent Content { get; }
    public LabelBook Book { get; }
    public string Origin { get; }
    public SheetCompany Company { get; }
    public EasyState Easy { get; }
    public string Address => $"{Origin}/experiences/{Reference}";

    /// <summary>The same in the shape of the exchange, for the fields of the dictionary.</summary>
    public ExchangeRow Row { get; }
}
