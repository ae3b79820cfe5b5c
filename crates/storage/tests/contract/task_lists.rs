//! Lists of tasks: filters, orders, pages.

use jiff::{
    Timestamp,
    civil::{Date, date, datetime},
};
use tasktalk_domain::{
    Due, DueFilter, Priority, SortKey, SortOrder, StatusFilter, Tag, Task, TaskFilter, Zone, due,
};
use tasktalk_storage::tasks::{self, TaskCursor, TaskPage, TaskQuery};

use crate::support::{Person, Test, at, id, on_both, task};

on_both!(
    filters_mean_what_they_say,
    overdue_is_judged_by_day_or_by_time,
    a_time_has_passed_when_it_has_where_it_is_due,
    every_order_is_walked_whole_in_pages,
    tasks_without_due_date_come_last_both_ways,
    the_trash_is_listed_apart,
    a_cursor_of_another_order_begins_at_the_start,
);

const TODAY: Date = date(2026, 11, 25);

fn noon() -> Timestamp {
    due::instant(TODAY.at(12, 0, 0, 0), &Zone::utc())
}

fn query() -> TaskQuery {
    TaskQuery {
        filter: TaskFilter::default(),
        today: TODAY,
        now: noon(),
        sort: SortKey::Created,
        order: SortOrder::Asc,
        limit: 50,
        cursor: None,
        trash: false,
    }
}

async fn list(test: &Test, person: &Person, query: TaskQuery) -> TaskPage {
    let owner = person.id;
    test.read(move |s| Box::pin(async move { tasks::list(s, owner, &query).await }))
        .await
}

fn numbers(page: &TaskPage) -> Vec<i64> {
    page.tasks.iter().map(|task| task.id.get()).collect()
}

async fn filtered(test: &Test, person: &Person, filter: TaskFilter) -> Vec<i64> {
    let page = list(test, person, TaskQuery { filter, ..query() }).await;
    assert_eq!(page.total, i64::try_from(page.tasks.len()).unwrap());
    numbers(&page)
}

async fn filters_mean_what_they_say(test: Test) {
    let anna = test.person("anna").await;
    let tagged = |tags: &'static [&'static str]| Tag::parse_all(tags).unwrap();
    anna.add_task(move |id| Task {
        tags: tagged(&["home"]),
        ..task(id, "Buy milk")
    })
    .await;
    anna.add_task(move |id| Task {
        completed_at: Some(at(1)),
        tags: tagged(&["home", "shop"]),
        ..task(id, "Buy oat milk")
    })
    .await;
    anna.add_task(|id| Task {
        priority: Priority::High,
        due: Some(Due::on(date(2026, 11, 27))),
        description: tasktalk_domain::Description::parse("and the Müller café").unwrap(),
        ..task(id, "Call mum")
    })
    .await;
    let words = |text: &str| TaskFilter {
        text: Some(text.to_owned()),
        ..TaskFilter::default()
    };
    let tag = |tag| TaskFilter {
        tag: Some(Tag::parse(tag).unwrap()),
        ..TaskFilter::default()
    };
    let due = |due| TaskFilter {
        due: Some(due),
        ..TaskFilter::default()
    };
    let status = |status| TaskFilter {
        status,
        ..TaskFilter::default()
    };
    for (filter, expected) in [
        (TaskFilter::default(), vec![1, 2, 3]),
        (status(StatusFilter::Pending), vec![1, 3]),
        (status(StatusFilter::Completed), vec![2]),
        (words("MIL"), vec![1, 2]),
        (words("milk oat"), vec![2]),
        (words("cafe muller"), vec![3]),
        (words("ilk"), vec![]),
        (words("?!"), vec![]),
        (words("%"), vec![]),
        (words("shop"), vec![2]),
        (
            TaskFilter {
                tag: Some(Tag::parse("home").unwrap()),
                ..status(StatusFilter::Pending)
            },
            vec![1],
        ),
        (
            TaskFilter {
                except: vec![tag("shop"), due(DueFilter::Any)],
                ..TaskFilter::default()
            },
            vec![1],
        ),
        (
            TaskFilter {
                except: vec![due(DueFilter::Overdue), words("oat")],
                ..TaskFilter::default()
            },
            vec![1, 3],
        ),
        (
            TaskFilter {
                either: vec![status(StatusFilter::Completed), words("mum")],
                except: vec![TaskFilter {
                    either: vec![tag("shop"), tag("work")],
                    ..TaskFilter::default()
                }],
                ..TaskFilter::default()
            },
            vec![3],
        ),
        (
            TaskFilter {
                priority: Some(Priority::High),
                ..TaskFilter::default()
            },
            vec![3],
        ),
        (due(DueFilter::None), vec![1, 2]),
        (due(DueFilter::Any), vec![3]),
        (due(DueFilter::on(date(2026, 11, 27))), vec![3]),
        (due(DueFilter::on(date(2026, 11, 26))), vec![]),
        (due(DueFilter::on(date(2026, 11, 28))), vec![]),
        (
            due(DueFilter::Between {
                from: None,
                to: Some(date(2026, 11, 27)),
            }),
            vec![3],
        ),
        (
            due(DueFilter::Between {
                from: Some(date(2026, 11, 28)),
                to: None,
            }),
            vec![],
        ),
    ] {
        assert_eq!(
            filtered(&test, &anna, filter.clone()).await,
            expected,
            "{filter:?}"
        );
    }
}

async fn overdue_is_judged_by_day_or_by_time(test: Test) {
    let anna = test.person("anna").await;
    let timed = |hour| Due::at(TODAY.at(hour, 0, 0, 0), Zone::utc());
    let dues = [
        (Due::on(TODAY.yesterday().unwrap()), None),
        (Due::on(TODAY), None),
        (timed(11), None),
        (timed(12), None),
        (timed(13), None),
        (timed(9), Some(at(1))),
        (Due::on(TODAY.tomorrow().unwrap()), None),
    ];
    for (due, completed_at) in dues {
        anna.add_task(move |id| Task {
            due: Some(due.clone()),
            completed_at,
            ..task(id, "due")
        })
        .await;
    }
    let overdue = TaskFilter {
        due: Some(DueFilter::Overdue),
        ..TaskFilter::default()
    };
    assert_eq!(filtered(&test, &anna, overdue).await, [1, 3, 4]);
    let on_the_day = TaskFilter {
        due: Some(DueFilter::on(TODAY)),
        ..TaskFilter::default()
    };
    assert_eq!(filtered(&test, &anna, on_the_day).await, [2, 3, 4, 5, 6]);
}

async fn a_time_has_passed_when_it_has_where_it_is_due(test: Test) {
    let anna = test.person("anna").await;
    // It is noon in universal time.
    for (zone, hour) in [
        ("Europe/Berlin", 12),
        ("Europe/Berlin", 13),
        ("Europe/Berlin", 14),
        ("America/New_York", 7),
        ("America/New_York", 8),
        ("Asia/Tokyo", 20),
        ("Asia/Tokyo", 22),
    ] {
        let zone = Zone::parse(zone).unwrap();
        anna.add_task(move |id| Task {
            due: Some(Due::at(TODAY.at(hour, 0, 0, 0), zone.clone())),
            ..task(id, "due")
        })
        .await;
    }
    for (days, time) in [(-1, 21), (-2, 1), (1, 1), (2, 1)] {
        let day = TODAY.checked_add(jiff::Span::new().days(days)).unwrap();
        let zone = Zone::parse("Pacific/Kiritimati").unwrap();
        anna.add_task(move |id| Task {
            due: Some(Due::at(day.at(time, 0, 0, 0), zone.clone())),
            ..task(id, "due")
        })
        .await;
    }
    let overdue = TaskFilter {
        due: Some(DueFilter::Overdue),
        ..TaskFilter::default()
    };
    let expected = [1, 2, 4, 6, 8, 9, 10];
    assert_eq!(filtered(&test, &anna, overdue.clone()).await, expected);
    let others = TaskFilter {
        except: vec![overdue],
        ..TaskFilter::default()
    };
    assert_eq!(filtered(&test, &anna, others).await, [3, 5, 7, 11]);
}

/// Twenty tasks with many ties in everything.
async fn many(test: &Test) -> Person {
    let anna = test.person("anna").await;
    for n in 0..20_u8 {
        let titles = ["Zebra", "apple", "Äpfel", "apple"];
        let day = i8::try_from(1 + n % 3).unwrap();
        anna.add_task(move |id| Task {
            priority: [Priority::None, Priority::High, Priority::Low][usize::from(n % 3)],
            due: match n % 4 {
                0 => None,
                1 => Some(Due::on(date(2026, 12, day))),
                _ => Some(Due::at(datetime(2026, 12, day, 9, 0, 0, 0), Zone::utc())),
            },
            updated_at: at(i64::from(n % 5)),
            ..task(id, titles[usize::from(n % 4)])
        })
        .await;
    }
    anna
}

const SORTS: [SortKey; 5] = [
    SortKey::Created,
    SortKey::Due,
    SortKey::Priority,
    SortKey::Title,
    SortKey::Updated,
];

async fn every_order_is_walked_whole_in_pages(test: Test) {
    let anna = many(&test).await;
    for sort in SORTS {
        for order in [SortOrder::Asc, SortOrder::Desc] {
            let query = TaskQuery {
                sort,
                order,
                ..query()
            };
            let whole = list(&test, &anna, query.clone()).await;
            assert_eq!((whole.tasks.len(), whole.total), (20, 20));
            assert_eq!(whole.next, None);
            let keys: Vec<_> = whole.tasks.iter().map(|task| key(sort, task)).collect();
            match order {
                SortOrder::Asc => assert!(keys.is_sorted(), "{sort:?} {keys:?}"),
                SortOrder::Desc if sort == SortKey::Due => {}
                SortOrder::Desc => assert!(keys.is_sorted_by(|a, b| a >= b), "{sort:?} {keys:?}"),
            }

            let mut walked = Vec::new();
            let mut cursor = None;
            loop {
                let page = list(
                    &test,
                    &anna,
                    TaskQuery {
                        limit: 3,
                        cursor,
                        ..query.clone()
                    },
                )
                .await;
                assert_eq!(page.total, 20);
                walked.extend(numbers(&page));
                let Some(next) = page.next else { break };
                cursor = Some(TaskCursor::decode(&next.encode()).unwrap());
            }
            assert_eq!(walked, numbers(&whole), "{sort:?} {order:?}");
        }
    }
}

fn key(sort: SortKey, task: &Task) -> (String, i64) {
    let key = match sort {
        SortKey::Created => String::new(),
        SortKey::Due => task.due.as_ref().map_or("~".to_owned(), |due| {
            let time = due.time().map_or("~".to_owned(), |time| time.to_string());
            format!("{} {time}", due.date())
        }),
        SortKey::Priority => format!("{}", task.priority as u8),
        SortKey::Title => tasktalk_domain::text::fold(task.title.as_str()),
        SortKey::Updated => task.updated_at.to_string(),
    };
    (key, task.id.get())
}

async fn tasks_without_due_date_come_last_both_ways(test: Test) {
    let anna = many(&test).await;
    for order in [SortOrder::Asc, SortOrder::Desc] {
        let page = list(
            &test,
            &anna,
            TaskQuery {
                sort: SortKey::Due,
                order,
                ..query()
            },
        )
        .await;
        let dated = page.tasks.iter().map(|task| task.due.is_some());
        assert!(dated.clone().take(15).all(|dated| dated), "{order:?}");
        assert!(!dated.clone().skip(15).any(|dated| dated), "{order:?}");
    }
}

async fn the_trash_is_listed_apart(test: Test) {
    let anna = test.person("anna").await;
    anna.add("on the list").await;
    anna.add_task(|id| Task {
        deleted_at: Some(at(1)),
        completed_at: Some(at(1)),
        ..task(id, "thrown away")
    })
    .await;
    assert_eq!(numbers(&list(&test, &anna, query()).await), [1]);
    let trash = TaskQuery {
        trash: true,
        ..query()
    };
    assert_eq!(numbers(&list(&test, &anna, trash).await), [2]);
    let owner = anna.id;
    let count = test
        .read(move |s| {
            Box::pin(async move {
                let everything = TaskFilter::default();
                tasks::count(s, owner, &everything, TODAY, noon()).await
            })
        })
        .await;
    assert_eq!(count, 1);
}

async fn a_cursor_of_another_order_begins_at_the_start(test: Test) {
    let anna = many(&test).await;
    let first = list(
        &test,
        &anna,
        TaskQuery {
            limit: 5,
            ..query()
        },
    )
    .await;
    let other = list(
        &test,
        &anna,
        TaskQuery {
            order: SortOrder::Desc,
            cursor: first.next,
            ..query()
        },
    )
    .await;
    assert_eq!(other.tasks[0].id, id(20));
}
