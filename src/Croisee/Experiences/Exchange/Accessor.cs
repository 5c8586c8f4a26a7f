using System.Linq.Expressions;
using System.Reflection;

namespace Croisee.Experiences.Exchange;

/// <summary>A place in a row, from one expression: how to read it, how to write it, and which attributes it carries.</summary>
sealed class Accessor<TValue>
{
    public Accessor(Expression<Func<ExchangeRow, TValue>> place)
    {
        var member = (MemberExpression)place.Body;
        var value = Expression.Parameter(typeof(TValue));
        Member = member.Member;
        Path = place.Body.ToString().Split('.', 2)[1];
        Get = place.Compile();
        Set = Expression.Lambda<Action<ExchangeRow, TValue>>(Expression.Assign(member, value), place.Parameters[0], value).Compile();
    }

    public Func<ExchangeRow, TValue> Get { get; }
    public Action<ExchangeRow, TValue> Set { get; }
    public MemberInfo Member { get; }
    /// <summary>E.g. <c>Account.Means.PersonsPreparation.Hours</c>.</summary>
    public string Path { get; }
}
